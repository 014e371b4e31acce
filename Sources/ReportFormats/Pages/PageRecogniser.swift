/// Reads pages that have no text but a picture.
protocol PageRecogniser {
    /// The resolution at which it reads best, in pixels an inch.
    var dpi: Int { get }

    /// What is seen on a page.
    ///
    /// - Throws: ``FormatProblem`` where what recognition needs is not installed; a page on which nothing is found is
    ///   one without words.
    mutating func content(of image: PageImage, page: Int) throws(FormatProblem) -> PageContent
}
