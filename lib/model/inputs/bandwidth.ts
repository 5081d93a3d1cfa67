import { assumption, choice, cited } from "./basis";
import { inputGroup } from "./declaration";

export const bandwidth = inputGroup("bandwidth", "Bandwidth", {
  egressPricePerTB: {
    label: "Bandwidth bought by volume",
    unit: "money/TB",
    format: "money",
    default: 8,
    min: 0,
    max: 10_000,
    basis: cited("transit at 1 per Mbit/s and month, used at peak to mean 2.5"),
  },
  cdnShare: {
    label: "Delivery that goes through a CDN",
    unit: "share",
    format: "percent",
    default: 0.8,
    min: 0,
    max: 1,
    basis: assumption,
  },
  cdnPricePerTB: {
    label: "CDN",
    unit: "money/TB",
    format: "money",
    default: 20,
    min: 0,
    max: 10_000,
    basis: cited("volume list prices 5-40"),
  },
  transitPricePerMbps: {
    label: "Bandwidth bought by peak rate",
    unit: "money/(Mbit/s)/month",
    format: "money",
    default: 0,
    min: 0,
    max: 10_000,
    basis: choice,
  },
});
