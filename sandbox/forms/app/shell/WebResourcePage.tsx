import React, { useEffect } from 'react';
import { useApp } from '../appContext';
import { titleOfPage } from '../apps/titleOfPage';

interface WebResourcePageProps {
  readonly name: string;
  /** What the page is given in the parameter `data`. */
  readonly data: string | null;
}

/**
 * An HTML web resource, in a frame of the same origin whose `window.parent` has the client API (Microsoft Learn, "Webpage (HTML)
 * web resources").
 */
export function WebResourcePage({ name, data }: WebResourcePageProps): React.JSX.Element {
  const { app, appName, session } = useApp();
  const title = (app === null ? null : titleOfPage(app, name, session.language)) ?? name;
  useEffect(() => {
    document.title = `${title} - ${appName}`;
  }, [title, appName]);
  const query = data === null ? '' : `?data=${encodeURIComponent(data)}`;
  return (
    <iframe
      id="FullPageWebResource"
      className="web-resource"
      title={title}
      src={`/WebResources/${name}${query}`}
    />
  );
}
