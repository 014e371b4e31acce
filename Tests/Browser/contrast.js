/* The texts of a page whose contrast is below WCAG AA: 4.5, or 3 for large ones. */
(() => {
  // The browser itself says what a colour is, whatever notation a style uses.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (front, back) => [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  const background = element => {
    if (!element) return [255, 255, 255, 1];
    const own = channels(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, background(element.parentElement));
  };
  const luminance = color => {
    const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const bad = new Map();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || element.closest('script, style, dialog, .vh, .skip, option')) continue;
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const back = background(element instanceof SVGElement ? element.closest('figure, td') : element);
    const front = over(channels(element instanceof SVGElement ? style.fill : style.color), back);
    const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.7 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      bad.set(`${element.tagName}.${element.getAttribute('class') ?? ''}`, ratio.toFixed(2));
    }
  }
  return [...bad].map(([name, ratio]) => `${name} ${ratio}`);
})()
