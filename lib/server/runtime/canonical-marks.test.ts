import { expect, it } from "vitest";
import { noRows } from "@/lib/model/rows/own-rows";
import { headlineOf } from "@/lib/server/models/headline";
import { formatNumber } from "@/lib/value/format";
import { asReader, marksOf } from "@/test/as-reader";
import { keepCanonicalMarks, withCanonicalMarks } from "./canonical-marks";

const written = () => formatNumber(1234.5);

it("writes for the reader, and for everybody else in between", async () => {
  const seen = await asReader(marksOf["de-DE"], async () => [
    written(),
    await withCanonicalMarks(async () => {
      await Promise.resolve();
      return written();
    }),
    written(),
  ]);
  expect(seen).toEqual(["1.234,5", "1,234.5", "1.234,5"]);
  expect(withCanonicalMarks(written)).toBe("1,234.5");
});

it("keeps two readers at once apart", async () => {
  const slowly = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return written();
  };
  const seen = await Promise.all([asReader(marksOf["de-DE"], slowly), asReader(marksOf["fr-FR"], slowly), slowly()]);
  expect(seen).toEqual(["1.234,5", "1\u00a0234,5", "1,234.5"]);
});

it("stays canonical for what is streamed after a route has answered", async () => {
  const streamed = await asReader(marksOf["de-DE"], async () => {
    const answer = await (async () => {
      keepCanonicalMarks();
      return new Response(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(new TextEncoder().encode(written()));
            controller.close();
          },
        }),
      );
    })();
    return answer.text();
  });
  expect(streamed).toBe("1,234.5");
});

it("does not store a headline in the marks of who saves", () => {
  const draft = { inputs: {}, ...noRows, currency: "USD", currencyRate: 1 };
  const headline = headlineOf(draft);
  expect(headline).toMatch(/: \d+\.\d\d\sM\sUSD over 5 years/);
  expect(asReader(marksOf["de-DE"], () => headlineOf(draft))).toBe(headline);
});
