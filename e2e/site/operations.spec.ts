import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";

test("a monitor learns that the server is alive and ready", async ({ request }) => {
  const alive = await request.get("/api/health");
  expect([alive.status(), await alive.json()]).toEqual([200, { status: "alive" }]);
  const ready = await request.get("/api/ready");
  expect([ready.status(), await ready.json()]).toEqual([200, { status: "ready" }]);
});

test("metrics are for requests with the token, count by pattern, and hold no id and no secret", async ({
  ada,
  request,
}) => {
  const id = await makeModel(ada.page, "Counted");
  expect((await ada.context.request.get(`/models/${id}`)).status()).toBe(200);
  for (const headers of [{}, { authorization: "Bearer for-the-tests-of-metric" }, { authorization: "Basic eDp5" }]) {
    expect((await request.get("/api/metrics", { headers })).status()).toBe(404);
  }
  await request.get("/no/such/page?token=1");
  const answer = await request.get("/api/metrics", { headers: { authorization: "Bearer for-the-tests-of-metrics" } });
  expect(answer.headers()["content-type"]).toContain("text/plain; version=0.0.4");
  const text = await answer.text();
  expect(text).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/models\/\[id\]",status="200"\} [1-9]/,
  );
  expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="other",status="404"\} [1-9]/);
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toContain(id);
});
