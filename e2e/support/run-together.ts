import type { Page } from "@playwright/test";

/**
 * Words of a page that only a margin parts: "What would flip it" and "each alone" are one word to a screen reader, and in what is copied.
 *
 * @returns each pair, with a bar where a space is missing
 */
export function runTogether(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const blockOf = (node: Node) => {
      let element = node.parentElement;
      while (element !== null && getComputedStyle(element).display === "inline") element = element.parentElement;
      return element;
    };
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeValue !== "" && node.parentElement?.checkVisibility()) texts.push(node as Text);
    }
    return texts.flatMap((text, place) => {
      const next = texts[place + 1];
      if (next === undefined || next.parentElement === text.parentElement || blockOf(next) !== blockOf(text)) return [];
      const between = document.createRange();
      between.setStartAfter(text);
      between.setEndBefore(next);
      if (between.cloneContents().querySelector("br, img, svg, input, select, button") !== null) return [];
      const isOneWord = /[\p{L}\p{N}]$/u.test(text.data) && /^[\p{L}\p{N}]/u.test(next.data);
      return isOneWord ? [`${text.data.slice(-30)}|${next.data.slice(0, 30)}`] : [];
    });
  });
}
