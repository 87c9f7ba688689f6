import { ProblemPage } from "~/components/problem-page";
import { ComputedPage } from "./computed-page";
import { FormPage, refusedAnswers } from "./form-page";
import { SessionPage, SessionsPage, TasksPage } from "./list-pages";
import { CancelPage, SignInPage, StalePage } from "./other-pages";
import { pageNames, type PageName } from "./page-names";
import { ReadinessPage } from "./readiness-page";
import type { GalleryPage } from "./render-page";

const pages: Record<PageName, Omit<GalleryPage, "name">> = {
  readiness: { content: <ReadinessPage /> },
  "computed-s01": { content: <ComputedPage scenario="s01" /> },
  "computed-s09": { content: <ComputedPage scenario="s09" /> },
  form: { content: <FormPage /> },
  "form-refused": { content: <FormPage />, rejected: refusedAnswers },
  tasks: {
    path: "/",
    notice: { kind: "success", text: "Quiz hour is signed off", detail: "Amina has been told." },
    content: <TasksPage />,
  },
  sessions: { path: "/sessions", content: <SessionsPage /> },
  session: { content: <SessionPage /> },
  "sign-in": { path: "/sign-in", viewer: null, content: <SignInPage /> },
  cancel: { content: <CancelPage /> },
  stale: { content: <StalePage /> },
  "not-found": { content: <ProblemPage status={404} /> },
  problem: { viewer: null, content: <ProblemPage status={500} requestId="0198c0de-7b1f" /> },
  unavailable: { viewer: null, content: <ProblemPage status={503} requestId="0198c0de-7b1f" /> },
};

export const galleryPages: GalleryPage[] = pageNames.map((name) => ({ name, ...pages[name] }));
