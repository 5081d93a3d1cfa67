import { PageTitle } from "@/app/_components/ui/page/page-title";
import { allowsOrganisation } from "@/lib/server/access/roles";
import { listColumnNames } from "@/lib/server/columns/forget-columns";
import { listFollowers } from "@/lib/server/figures/followers";
import { countChanges, loadBook } from "@/lib/server/figures/get-figures";
import { listRemoved } from "@/lib/server/figures/list-removed";
import { page } from "@/lib/server/http/page";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { getCsvFormat } from "@/lib/server/people/csv-format";
import {
  changeFigureAction,
  changeFigureCurrencyAction,
  changeLineAction,
  countFigureChangesAction,
  forgetColumnsAction,
  importFiguresAction,
  importLinesAction,
  listFigureRevisionsAction,
  removeFigureAction,
  restoreFigureAction,
} from "./actions";
import styles from "./figures.module.css";
import { FiguresView } from "./figures-view";

export default page({ name: "/settings/figures", requires: "user", title: "Figures" }, async ({ user }) => {
  const access = await currentOrganisation(user);
  if (access === null) {
    return (
      <>
        <PageTitle title="Figures" />
        <p>{noOrganisation}</p>
      </>
    );
  }
  // Counted first: what changes meanwhile is then said to be new, and not passed over.
  const changes = await countChanges(access);
  const book = await loadBook(access);
  const canEdit = allowsOrganisation(access.role, "organisation:manage");
  return (
    <>
      <PageTitle title="Figures of the organisation" />
      <p className={styles.lead}>
        What your organisation knows once, for all its models. New models begin with these figures. When one changes, no
        model moves by itself: each says which figures are newer and what its answer would be.
        {canEdit ? null : " Admins and owners change them."}
      </p>
      <FiguresView
        key={access.organisationId}
        organisationId={access.organisationId}
        book={book}
        changes={changes}
        columns={await listColumnNames(access)}
        removed={await listRemoved(access)}
        followers={await listFollowers(access, book)}
        canEdit={canEdit}
        csvFormat={await getCsvFormat(user)}
        today={new Date().toISOString().slice(0, 10)}
        actions={{
          change: changeFigureAction,
          changeLine: changeLineAction,
          changeCurrency: changeFigureCurrencyAction,
          importFigures: importFiguresAction,
          importLines: importLinesAction,
          remove: removeFigureAction,
          countChanges: countFigureChangesAction,
          forgetColumns: forgetColumnsAction,
          restore: restoreFigureAction,
          listRevisions: listFigureRevisionsAction,
        }}
      />
    </>
  );
});
