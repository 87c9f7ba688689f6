import { useLocation } from "@remix-run/react";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { Header, type Viewer } from "./header";
import { NotificationBanner, type Notice } from "./notification-banner";

type PageLayoutProps = { viewer: Viewer | null; notice?: Notice | null; children: ReactNode };

/** Everything around a page: skip link, header, main, footer. */
export function PageLayout({ viewer, notice = null, children }: PageLayoutProps) {
  const main = useFocusAfterNavigation();
  return (
    <>
      <a href="#main" className="govuk-skip-link" onClick={skipTo}>
        Skip to main content
      </a>
      <Header viewer={viewer} />
      <div className="app-page">
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper" id="main" tabIndex={-1} ref={main}>
            {notice ? <NotificationBanner notice={notice} /> : null}
            {children}
          </main>
        </div>
      </div>
      <Footer />
    </>
  );
}

function Footer() {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <p>Greenroom helps youth charities plan livestreams with children and young people.</p>
        <p>NSPCC advice is quoted as published by Youth Access in 2020.</p>
      </div>
    </footer>
  );
}

/** After a navigation without a page load the focus goes to the new page, as a load would have done. */
function useFocusAfterNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** A change of the address's hash is a navigation, and would throw a form's refused answers away. */
function skipTo(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
}
