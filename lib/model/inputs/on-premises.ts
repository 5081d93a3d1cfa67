import { inputGroup } from "./declaration";
import {
  compliance,
  engineering,
  expectedLoss,
  migration,
  noDevelopment,
  permitted,
  security,
} from "./every-architecture";

export const onPremises = inputGroup("onPremises", "Own servers", {
  onPremisesEngineeringFTE: engineering(2),
  onPremisesSecurityFTE: security(0.5),
  onPremisesComplianceAnnual: compliance(30_000),
  onPremisesMigration: migration(50_000),
  onPremisesDevelopment: noDevelopment,
  onPremisesExpectedLossAnnual: expectedLoss,
  onPremisesPermitted: permitted,
});
