import { inputGroup } from "./declaration";
import * as every from "./every-architecture";

export const onPremises = inputGroup("onPremises", "Own servers", {
  onPremisesEngineeringFTE: every.engineering(2),
  onPremisesSecurityFTE: every.security(0.5),
  onPremisesComplianceAnnual: every.compliance(30_000),
  onPremisesMigration: every.migration(50_000),
  onPremisesDevelopment: every.noDevelopment,
  onPremisesExpectedLossAnnual: every.expectedLoss,
  onPremisesPermitted: every.permitted,
});
