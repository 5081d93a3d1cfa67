import { z } from "zod";

// Whatever makes a schema imports zod from here. zod asks once, when the first schema is made, whether it may compile code; in a
// browser the page's policy refuses and reports that. So it is told not to ask before any schema is made.
z.config({ jitless: true });

export { z };
