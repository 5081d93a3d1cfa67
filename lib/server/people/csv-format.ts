import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { type CsvFormat, formatOfText, formatText } from "@/lib/value/csv-format";

/** How the CSV files of a person are written where an address does not say. */
export async function getCsvFormat(user: AuthenticatedUser): Promise<CsvFormat> {
  const row = await inScope({ user: user.id }, (tx) =>
    tx.user.findFirst({ where: { id: user.id }, select: { csvFormat: true } }),
  );
  return formatOfText(row?.csvFormat);
}

export async function setCsvFormat(user: AuthenticatedUser, format: CsvFormat): Promise<void> {
  const csvFormat = formatText(format);
  await inScope({ user: user.id }, (tx) => tx.user.updateMany({ where: { id: user.id }, data: { csvFormat } }));
}
