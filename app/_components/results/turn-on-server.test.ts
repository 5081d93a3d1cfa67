import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { takeTurnOnServer } from "./turn-on-server";

/** Draws as many parts, and gives what was drawn with what came in which order: the parts, and turns of the event loop. */
async function draw(names: readonly string[], takesTurns: boolean) {
  const order: string[] = [];
  const Part = ({ name }: { name: string }) => {
    if (takesTurns) takeTurnOnServer();
    order.push(name);
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
  const { html, order } = await draw(["a", "b", "c"], true);
  expect(html).toBe("<p><i>a</i><i>b</i><i>c</i></p>");
  expect(order.join(" ")).toMatch(/a turn b turn c/);
});

it("is what does it: without it parts are drawn in one piece", async () => {
  const { order } = await draw(["a", "b", "c"], false);
  expect(order.join(" ")).toContain("a b c");
});

it("leaves nothing behind where two pages are drawn at once", async () => {
  const drawn = await Promise.all([draw(["a", "b"], true), draw(["c", "d"], true)]);
  expect(drawn.map(({ html }) => html)).toEqual(["<p><i>a</i><i>b</i></p>", "<p><i>c</i><i>d</i></p>"]);
});
