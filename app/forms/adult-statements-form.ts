import { z } from "zod";
import { yesNo } from "./choice";
import { pastDateField } from "./past-date";

const answer = yesNo({ select: "Select yes or no for each statement" });

export const adultStatementsForm = z
  .object({
    personal_accounts_private: answer,
    no_personal_relationships: answer,
    private_use: answer,
    statedOn: pastDateField({ label: "Date", enter: "Enter when this was stated" }),
  })
  .transform(({ statedOn, ...answers }) => ({ answers, statedOn }));
