import { Form, Link, useLocation } from "@remix-run/react";
import { Lamp } from "./lamp";

export type NavigationItem = { label: string; to: string };
/** Who is signed in, and the parts of Greenroom that they may use, in order. */
export type Viewer = {
  name: string;
  organisation: string;
  /** Whether they belong to another one too, and can go there. */
  hasOthers: boolean;
  navigation: NavigationItem[];
};

/** The same links stand twice, of which one is shown: in a row, or in a menu that opens without scripts. */
export function Header({ viewer }: { viewer: Viewer | null }) {
  const { key } = useLocation();
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__bar">
        <Link to="/" className="app-header__brand">
          <Lamp className="app-header__lamp" />
          Greenroom
        </Link>
        {viewer ? (
          <>
            <nav className="app-header__nav" aria-label="Main">
              <NavigationList items={viewer.navigation} />
            </nav>
            <div className="app-header__me">
              <Who viewer={viewer} />
              <SignOut />
            </div>
            <details className="app-menu" key={key}>
              <summary className="app-menu__button">Menu</summary>
              <div className="app-menu__panel">
                <div className="govuk-width-container">
                  <nav aria-label="Main">
                    <NavigationList items={viewer.navigation} />
                  </nav>
                  <div className="app-menu__me">
                    <Who viewer={viewer} />
                    <SignOut />
                  </div>
                </div>
              </div>
            </details>
          </>
        ) : null}
      </div>
    </header>
  );
}

function NavigationList({ items }: { items: NavigationItem[] }) {
  const { pathname } = useLocation();
  return (
    <ul className="app-header__list">
      {items.map(({ label, to }) => (
        <li key={to}>
          <Link to={to} className="app-header__link" aria-current={currentness(to, pathname)}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function currentness(to: string, pathname: string): "page" | "true" | undefined {
  if (pathname === to) return "page";
  return to !== "/" && pathname.startsWith(`${to}/`) ? "true" : undefined;
}

function Who({ viewer }: { viewer: Viewer }) {
  return (
    <p className="app-header__who">
      <Link to="/account" className="app-header__account">
        {viewer.name}
      </Link>
      <span className="app-header__organisation">
        {viewer.hasOthers ? (
          <Link to="/account/organisations" className="app-header__switch">
            <span className="govuk-visually-hidden">Switch organisation: you are in </span>
            {viewer.organisation}
          </Link>
        ) : (
          viewer.organisation
        )}
      </span>
    </p>
  );
}

function SignOut() {
  return (
    <Form method="post" action="/sign-out" reloadDocument>
      <button type="submit" className="app-header__sign-out">
        Sign out
      </button>
    </Form>
  );
}
