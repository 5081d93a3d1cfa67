import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { templates } from "@/lib/model/templates";
import { loadBeginning } from "@/lib/server/figures/begun-draft";
import { page } from "@/lib/server/http/page";
import { dayText, monthText, nextMonth, previousMonth } from "@/lib/server/models/start-month";
import { currentOrganisation } from "@/lib/server/organisations/current-organisation";
import { createModelAction } from "../actions";
import styles from "../new-model.module.css";
import { QuestionsForm } from "./questions-form";

export default page(
  { name: "/models/new/questions", requires: "user", title: "First questions" },
  async ({ user, searchParams }) => {
    const { template } = searchParams;
    const now = new Date();
    const access = await currentOrganisation(user);
    const beginning = access === null ? { figures: [], lines: [] } : await loadBeginning(access);
    return (
      <WidePage isWidest>
        <PageTitle title="First questions" />
        <p className={styles.about}>
          Answer what you know and skip the rest: whatever you skip keeps the figure beside it. Nothing is written
          before you create the model, and every figure can be changed there. Money is in US dollars.
        </p>
        <QuestionsForm
          templates={templates.map(({ key, title, inputs, bases }) => ({ key, title, inputs, bases }))}
          beginning={beginning}
          templateAtFirst={templates.some(({ key }) => key === template) ? String(template) : ""}
          calendar={{ startMonth: monthText(nextMonth(now)), fiscalYearStart: 1 }}
          lastMonth={monthText(previousMonth(now))}
          today={dayText(now)}
          create={createModelAction}
        />
      </WidePage>
    );
  },
);
