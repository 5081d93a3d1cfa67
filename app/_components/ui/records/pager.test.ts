import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Paging, positionParameters, queryOf } from "@/lib/text/list-position";
import { Pager } from "./pager";

const only: Paging = { total: 7, page: 1, pages: 1, next: null, previous: null };

function drawn(paging: Partial<Paging>, props: { shown?: number; alwaysCounts?: boolean } = {}): string {
  const pager = createElement(Pager, {
    paging: { ...only, ...paging },
    shown: 50,
    one: "member",
    many: "members",
    hrefOf: (position) => `/list${queryOf(positionParameters(position))}`,
    ...props,
  });
  return renderToStaticMarkup(
    createElement(MantineProvider, { withCssVariables: false, withGlobalClasses: false }, pager),
  );
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const linksOf = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href = "", label]) => [
    label,
    href.replaceAll("&amp;", "&"),
  ]);

describe("links to other pages of a list", () => {
  it("are none where all rows stand on one page, or there is none", () => {
    expect(drawn({})).toBe("");
    expect(drawn({}, { shown: 0, alwaysCounts: true })).toBe("");
    expect(wordsOf(drawn({}, { alwaysCounts: true }))).toBe("7 members");
    expect(wordsOf(drawn({ total: 1 }, { alwaysCounts: true }))).toBe("1 member");
  });

  it("lead by places, and by number to the last one", () => {
    const html = drawn({ total: 220, page: 3, pages: 5, next: "Tg", previous: "UA" });
    expect(wordsOf(html)).toBe("101 to 150 of 220 members First Previous Page 3 of 5 Next Last");
    expect(linksOf(html)).toEqual([
      ["First", "/list"],
      ["Previous", "/list?page=2&before=UA"],
      ["Next", "/list?page=4&after=Tg"],
      ["Last", "/list?page=5"],
    ]);
  });

  it("lead from one to the next where there are more than are counted", () => {
    const html = drawn({ total: null, page: 2, pages: null, next: "Tg", previous: "UA" });
    expect(wordsOf(html)).toBe("51 to 100 of more than 1,000 members First Previous Page 2 Next");
    expect(linksOf(html)).toEqual([
      ["First", "/list"],
      ["Previous", "/list"],
      ["Next", "/list?page=3&after=Tg"],
    ]);
  });
});
