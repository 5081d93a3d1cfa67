import type { ServerResponse } from "node:http";

/** The methods that write an answer. They are wrapped here, and pass on whatever arguments they are called with. */
interface ResponseMethods {
  writeHead: (status: number, ...rest: unknown[]) => ServerResponse;
  write: (...args: unknown[]) => boolean;
  end: (...args: unknown[]) => ServerResponse;
}

/** The methods of an answer as they are now, to be called by what takes their place. */
export function methodsOf(response: ServerResponse): ResponseMethods {
  return {
    writeHead: response.writeHead.bind(response) as ResponseMethods["writeHead"],
    write: response.write.bind(response) as ResponseMethods["write"],
    end: response.end.bind(response) as ResponseMethods["end"],
  };
}

/** What `write` or `end` was asked to call once it has written. */
export function callbackOf(args: unknown[]): (() => void) | undefined {
  return args.findLast((one) => typeof one === "function") as (() => void) | undefined;
}
