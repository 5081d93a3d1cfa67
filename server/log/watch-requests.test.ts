import { pino } from "pino";
import { afterAll, expect, it } from "vitest";
import { sharedState } from "@/lib/web-process/shared-state";
import { answeredOverHttp } from "@/test/api/answered-over-http";
import { watchRequests } from "./watch-requests";

const lines: Record<string, unknown>[] = [];
const log = pino({ base: null }, { write: (line) => lines.push(JSON.parse(line)) });
const watch = watchRequests((path) => (path === "/models/1" ? "/models/[id]" : path.slice(0, 11)), log);

afterAll(() => {
  delete sharedState.metrics;
});

const ask = (path: string, method = "GET", status = 200) =>
  answeredOverHttp(
    (request, response) => {
      watch(request, response, `id of ${path}`);
      response.writeHead(status).end();
    },
    { path, method },
  );

it("writes a line of a request, by its pattern and without its path", async () => {
  await ask("/models/1?search=secret", "POST", 404);
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      requestId: "id of /models/1?search=secret",
      method: "POST",
      route: "/models/[id]",
      status: 404,
      ms: expect.any(Number),
      msg: "answered",
    },
  ]);
});

it("writes none of what is asked for every few seconds, and counts it", async () => {
  lines.length = 0;
  await ask("/api/health");
  await ask("/api/health");
  expect(lines).toEqual([]);
  const counted = await sharedState.metrics?.registry.getSingleMetricAsString("http_request_duration_seconds");
  expect(counted).toContain('http_request_duration_seconds_count{method="GET",route="/api/health",status="200"} 2');
  expect(counted).toContain('http_request_duration_seconds_count{method="POST",route="/models/[id]",status="404"} 1');
});

it("counts a method that nobody knows as another, so that clients cannot make up series", async () => {
  lines.length = 0;
  await ask("/x", "PROPFIND", 405);
  expect(lines).toMatchObject([{ method: "other", status: 405 }]);
});

it("says 499 of an answer that ended before it was whole", async () => {
  lines.length = 0;
  const broken = answeredOverHttp((request, response) => {
    watch(request, response, "id");
    response.writeHead(200, { "content-length": 10 }).write("half");
    response.destroy();
  });
  await expect(broken).rejects.toThrow();
  expect(lines).toMatchObject([{ status: 499 }]);
});

it("leaves the pages a counter of faults", async () => {
  sharedState.metrics?.faults.inc({ where: "action" });
  const counted = await sharedState.metrics?.registry.getSingleMetricAsString("peerbalance_faults_total");
  expect(counted).toContain('peerbalance_faults_total{where="action"} 1');
});
