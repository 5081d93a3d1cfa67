import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { noRows } from "@/lib/model/rows/own-rows";
import { fullTables } from "@/test/figures/full-tables";
import { stepsOnServer } from "./steps-on-server";
import { takeTurnOnServer } from "./turn-on-server";

type Work = (name: string, did: (what: string) => void) => void;

const manyRows = { ...noRows, ...fullTables };
const inOnePiece: Work = (name, did) => {
  takeTurnOnServer(noRows);
  did(name);
};
const inATurn: Work = (name, did) => {
  takeTurnOnServer(manyRows);
  did(name);
};

/** Draws as many parts, and gives what was drawn with what came in which order: the work of parts, and turns of the event loop. */
async function draw(names: readonly string[], work: Work) {
  const order: string[] = [];
  const Part = ({ name }: { name: string }) => {
    work(name, (what) => order.push(what));
    return createElement("i", null, name);
  };
  let isOver = false;
  const turn = () => {
    if (order.at(-1) !== "turn") order.push("turn");
    if (!isOver) setImmediate(turn);
  };
  const { pipe } = renderToPipeableStream(
    createElement(
      "p",
      null,
      names.map((name) => createElement(Part, { key: name, name })),
    ),
  );
  setImmediate(turn);
  const html = await text(pipe(new PassThrough()));
  isOver = true;
  return { html, order };
}

it("lets all that waits have its turn between the parts of a page, which is whole all the same", async () => {
  const { html, order } = await draw(["a", "b", "c"], inATurn);
  expect(html).toBe("<p><i>a</i><i>b</i><i>c</i></p>");
  expect(order.join(" ")).toMatch(/a turn b turn c/);
});

it("leaves parts in one piece that work out a model of few rows", async () => {
  const { order } = await draw(["a", "b", "c"], inOnePiece);
  expect(order.join(" ")).toContain("a b c");
});

it("leaves nothing behind where two pages are drawn at once", async () => {
  const drawn = await Promise.all([draw(["a", "b"], inATurn), draw(["c", "d"], inATurn)]);
  expect(drawn.map(({ html }) => html)).toEqual(["<p><i>a</i><i>b</i></p>", "<p><i>c</i><i>d</i></p>"]);
});

it("does work in steps once, with turns between them", async () => {
  const onServer = stepsOnServer<string>();
  const ofPart = { a: {}, b: {} };
  const { html, order } = await draw(["a", "b"], (name, did) => {
    const done = onServer(ofPart[name as "a"], function* () {
      for (const step of [1, 2, 3]) {
        did(`${name}${step}`);
        yield;
      }
      return `${name} is done`;
    });
    did(String(done));
  });
  expect(html).toBe("<p><i>a</i><i>b</i></p>");
  expect(order.filter((what) => /^a\d/.test(what))).toEqual(["a1", "a2", "a3"]);
  expect(order.join(" ")).toMatch(/a1 .*turn.* a2 .*turn.* a3 .*turn.* a is done/);
});
