import { ProblemPage } from "~/components/problem-page";
import { FormPage, refusedAnswers } from "./form-page";
import { SessionPage, SessionsPage, TasksPage } from "./list-pages";
import { CancelPage, SignInPage, StalePage } from "./other-pages";
import { ReadinessPage } from "./readiness-page";
import type { GalleryPage } from "./render-page";

export const galleryPages: GalleryPage[] = [
  { name: "readiness", content: <ReadinessPage /> },
  { name: "form", content: <FormPage /> },
  { name: "form-refused", content: <FormPage />, rejected: refusedAnswers },
  {
    name: "tasks",
    path: "/",
    notice: { kind: "success", text: "Quiz hour is signed off", detail: "Amina has been told." },
    content: <TasksPage />,
  },
  { name: "sessions", path: "/sessions", content: <SessionsPage /> },
  { name: "session", content: <SessionPage /> },
  { name: "sign-in", path: "/sign-in", viewer: null, content: <SignInPage /> },
  { name: "cancel", content: <CancelPage /> },
  { name: "stale", content: <StalePage /> },
  { name: "not-found", content: <ProblemPage status={404} /> },
  { name: "problem", viewer: null, content: <ProblemPage status={500} requestId="0198c0de-7b1f" /> },
  { name: "unavailable", viewer: null, content: <ProblemPage status={503} requestId="0198c0de-7b1f" /> },
];
