import React, { useEffect } from 'react';
import { useApp } from '../appContext';
import type { AppModule } from '../apps/appModule';
import { visibleAreas } from '../apps/visibleAreas';

/** An app without a page in its address: opens the first entry of the site map that the user may see. */
export function AppHomePage({ app }: { readonly app: AppModule }): React.JSX.Element {
  const { session, replacePage } = useApp();
  const first = visibleAreas(app, session)[0]?.groups[0]?.subAreas[0];
  useEffect(() => {
    if (first !== undefined) {
      replacePage(first.page);
    }
  }, [first, replacePage]);
  return (
    <p className="loading" role="status">
      {first === undefined ? session.texts.insufficientPermissions : session.texts.loading}
    </p>
  );
}
