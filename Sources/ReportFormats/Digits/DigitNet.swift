internal import CDigitModel

/// The net: 28 × 28 levels in, 21 logits out, in whole numbers, hence the same on every machine.
struct DigitNet: Sendable {
    /// One layer: a row of weights for each output.
    private struct Layer {
        let inputs: Int
        let outputs: Int
        /// Filled with zeros to the lengths that the products are taken in.
        private let weights: [Int16]
        private let biases: [Int32]
        private let multipliers: [Int64]

        /// A layer of as many weights, biases and multipliers of CDigitModel as it has, from these on.
        init(inputs: Int, outputs: Int, firstWeight: Int, firstOutput: Int) {
            self.inputs = inputs
            self.outputs = outputs
            biases = (0..<outputs).map { digit_model_biases()[firstOutput + $0] }
            multipliers = (0..<outputs).map { Int64(digit_model_multipliers()[firstOutput + $0]) }
            let columns = Self.padded(inputs: inputs)
            var weights = [Int16](repeating: 0, count: columns * Self.padded(outputs: outputs))
            for output in 0..<outputs {
                for input in 0..<inputs {
                    weights[output * columns + input] = Int16(
                        digit_model_weights()[firstWeight + output * inputs + input])
                }
            }
            self.weights = weights
        }

        static func padded(inputs: Int) -> Int { (inputs + 7) / 8 * 8 }
        static func padded(outputs: Int) -> Int { (outputs + 3) / 4 * 4 }

        /// The outputs' sums of products, without bias; `values` and `sums` have room for the padding.
        func products(_ values: UnsafePointer<Int16>, to sums: UnsafeMutablePointer<Int32>) {
            let columns = Self.padded(inputs: inputs)
            weights.withUnsafeBufferPointer { weights in
                guard let start = weights.baseAddress else { return }
                digit_model_products(values, start, Int32(columns), Int32(Self.padded(outputs: outputs)), sums)
            }
        }

        /// Hands on room for the layer's inputs, all 0, and for the sums of its products, four times.
        func withRoom(_ body: (UnsafeMutablePointer<Int16>, UnsafeMutablePointer<Int32>) -> Void) {
            let columns = Self.padded(inputs: inputs)
            withUnsafeTemporaryAllocation(of: Int16.self, capacity: columns) { values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.padded(outputs: outputs) * 4) { sums in
                    values.initialize(repeating: 0)
                    sums.initialize(repeating: 0)
                    guard let values = values.baseAddress, let sums = sums.baseAddress else { return }
                    body(values, sums)
                }
            }
        }

        /// An output's sum and bias in its own units.
        func scaled(_ sum: Int32, _ output: Int) -> Int64 {
            (Int64(sum + biases[output]) * multipliers[output] + 1 << 23) >> 24
        }

        /// The level from 0 to 255 that the next layer reads.
        func level(_ sum: Int32, _ output: Int) -> Int16 {
            Int16(truncatingIfNeeded: min(255, max(0, scaled(sum, output))))
        }
    }

    /// How many logits there are: ๐ to ๙, 0 to 9, no digit.
    static let classes = 21

    private let first: Layer
    private let second: Layer
    private let third: Layer
    private let hidden: Layer
    private let last: Layer

    /// The net with the weights of CDigitModel.
    init() {
        let shapes = [(9, 16), (144, 32), (288, 64), (1600, 64), (64, Self.classes)]
        let outputs = shapes.reduce(0) { $0 + $1.1 }
        precondition(
            Int(digit_model_weights_count()) == shapes.reduce(0) { $0 + $1.0 * $1.1 }
                && Int(digit_model_biases_count()) == outputs && Int(digit_model_multipliers_count()) == outputs,
            "CDigitModel holds another net")
        var weight = 0
        var output = 0
        let layers = shapes.map { inputs, outputs in
            defer {
                weight += inputs * outputs
                output += outputs
            }
            return Layer(inputs: inputs, outputs: outputs, firstWeight: weight, firstOutput: output)
        }
        (first, second, third, hidden, last) = (layers[0], layers[1], layers[2], layers[3], layers[4])
    }

    /// The logits of 28 × 28 levels, 1024 to one.
    func logits(_ levels: [UInt8]) -> [Int32] {
        precondition(levels.count == InkPicture.side * InkPicture.side, "the net reads 28 × 28 levels")
        var values = Planes(side: InkPicture.side, channels: 1, edge: 1)
        for row in 0..<InkPicture.side {
            for column in 0..<InkPicture.side {
                values.set(row, column) { _ in Int16(levels[row * InkPicture.side + column]) }
            }
        }
        values = pooled(values, first, edge: 1)
        values = pooled(values, second, edge: 0)
        let flat = convolved(values, third)
        let inner = dense(flat, hidden).enumerated().map { hidden.level($1, $0) }
        return dense(inner, last).enumerated().map { Int32(truncatingIfNeeded: last.scaled($1, $0)) }
    }

    /// A layer over every 3 × 3 of values, and of each 2 × 2 of its outputs the greatest.
    private func pooled(_ values: Planes, _ layer: Layer, edge: Int) -> Planes {
        let side = (values.side - 2) / 2
        var result = Planes(side: side, channels: layer.outputs, edge: edge)
        layer.withRoom { patch, sums in
            for row in 0..<side {
                for column in 0..<side {
                    for corner in 0..<4 {
                        values.copy(row * 2 + corner / 2, column * 2 + corner % 2, to: patch)
                        layer.products(patch, to: sums + corner * layer.outputs)
                    }
                    result.set(row, column) { output in
                        let upper = max(sums[output], sums[layer.outputs + output])
                        let lower = max(sums[2 * layer.outputs + output], sums[3 * layer.outputs + output])
                        return layer.level(max(upper, lower), output)
                    }
                }
            }
        }
        return result
    }

    /// A layer over every 3 × 3 of values: row, column, channel.
    private func convolved(_ values: Planes, _ layer: Layer) -> [Int16] {
        let side = values.side - 2
        var result: [Int16] = []
        result.reserveCapacity(side * side * layer.outputs)
        layer.withRoom { patch, sums in
            for row in 0..<side {
                for column in 0..<side {
                    values.copy(row, column, to: patch)
                    layer.products(patch, to: sums)
                    for output in 0..<layer.outputs {
                        result.append(layer.level(sums[output], output))
                    }
                }
            }
        }
        return result
    }

    private func dense(_ values: [Int16], _ layer: Layer) -> [Int32] {
        precondition(values.count == layer.inputs, "a dense layer reads all values")
        var result: [Int32] = []
        layer.withRoom { room, sums in
            for (index, value) in values.enumerated() {
                room[index] = value
            }
            layer.products(room, to: sums)
            result = (0..<layer.outputs).map { sums[$0] }
        }
        return result
    }
}

/// Square planes of values with an edge of zeros: row, column, channel.
private struct Planes {
    /// With the edge.
    let side: Int
    let channels: Int
    private let edge: Int
    private var values: [Int16]

    init(side: Int, channels: Int, edge: Int) {
        self.side = side + 2 * edge
        self.channels = channels
        self.edge = edge
        values = [Int16](repeating: 0, count: self.side * self.side * channels)
    }

    /// Puts values at a place that does not count the edge.
    mutating func set(_ row: Int, _ column: Int, _ value: (_ channel: Int) -> Int16) {
        let place = ((row + edge) * side + column + edge) * channels
        for channel in 0..<channels {
            values[place + channel] = value(channel)
        }
    }

    /// Copies the 3 × 3 whose first place, the edge counted, is this.
    func copy(_ row: Int, _ column: Int, to patch: UnsafeMutablePointer<Int16>) {
        let length = 3 * channels
        precondition(row + 3 <= side && column + 3 <= side, "a patch lies inside its planes")
        values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress else { return }
            for line in 0..<3 {
                let place = ((row + line) * side + column) * channels
                (patch + line * length).update(from: start + place, count: length)
            }
        }
    }
}
