import account from "@/app/_components/account/account.module.css";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Section } from "@/app/_components/ui/page/section";
import { AppearanceChoice } from "@/app/_components/ui/theme/appearance-choice";
import { hasProvenAddress } from "@/lib/server/auth/own-security";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { getCsvFormat } from "@/lib/server/people/csv-format";
import { ownCookie, readOwnCookie } from "@/lib/server/runtime/cookies";
import { marksCookie } from "@/lib/value/number-marks";
import { askForNewAddressAction, renameAction, setCsvFormatAction } from "./actions";
import { AddressForm } from "./address-form";
import { CsvFormatForm } from "./csv-format-form";
import { NameForm } from "./name-form";
import { NumbersForm } from "./numbers-form";

export default page(
  { name: "/settings/profile", requires: "user", title: "Profile", isKept: true },
  async ({ user }) => {
    const isAddressProven = await hasProvenAddress(user);
    const marks = (await readOwnCookie(marksCookie)) ?? "";
    return (
      <>
        <PageTitle title="Profile" />
        <Section title="Name">
          <NameForm name={user.name} rename={renameAction} />
        </Section>
        <Section title="Email address">
          <p className={account.prose}>
            {user.email}
            {isAddressProven ? ", verified." : ". Not verified yet."}
          </p>
          {isMailSetUp() ? (
            <AddressForm ask={askForNewAddressAction} />
          ) : (
            <p className={account.prose}>
              This site sends no mail, so a new address cannot be verified and the address stays.
            </p>
          )}
        </Section>
        <Section title="Appearance">
          <AppearanceChoice />
        </Section>
        <Section title="Numbers">
          <NumbersForm choice={marks} cookie={ownCookie(marksCookie)} />
        </Section>
        <Section title="CSV files">
          <CsvFormatForm format={await getCsvFormat(user)} save={setCsvFormatAction} />
        </Section>
      </>
    );
  },
);
