import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { personFrame } from "@/lib/server/access/person-frame";
import { inScope } from "@/lib/server/runtime/scope";
import { type CsvFormat, formatOfText, formatText } from "@/lib/value/csv-format";

/** How the CSV files of a person are written where an address does not say. */
export async function getCsvFormat(user: AuthenticatedUser): Promise<CsvFormat> {
  const { csvFormat } = await personFrame(user);
  return formatOfText(csvFormat ?? undefined);
}

export async function setCsvFormat(user: AuthenticatedUser, format: CsvFormat): Promise<void> {
  const csvFormat = formatText(format);
  await inScope({ user: user.id }, (tx) => tx.user.updateMany({ where: { id: user.id }, data: { csvFormat } }));
}
