/**
 * The main part of one of our screens as a design system would show it: the same words in the same order, each as the
 * component that its guidance names. Runs in the page, given to page.evaluate(); called by beside.mjs.
 */

/** @param {'govuk' | 'nhsuk'} system whose class names begin with it @returns {string} HTML of `main` */
export function asPeer(system) {
  const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const wordsOf = (element) => escaped((element?.textContent ?? '').trim());
  const named = (name, more = '') => `class="${system}-${name}${more}"`;
  const said = (name, element) => (element ? `<div ${named(name)}>${wordsOf(element)}</div>` : '');
  const group = (inside) => `<div ${named('form-group')}>${inside}</div>`;

  function field(element) {
    const control = element.querySelector('input, select, textarea');
    const kind = control.localName === 'input' ? 'input' : control.localName;
    const options = [...(control.options ?? [])].map(({ label }) => `<option>${escaped(label)}</option>`).join('');
    const box = `<${kind} ${named(kind)} id="${control.id}"${kind === 'input' ? '>' : `>${options}</${kind}>`}`;
    return group(`<label ${named('label')} for="${control.id}">${wordsOf(element.querySelector('label'))}</label>${said('hint', element.querySelector('.hint'))}${box}`);
  }

  function choice(element) {
    const { type, id, name } = element.querySelector('input');
    const kind = type === 'radio' ? 'radios' : 'checkboxes';
    return `<div ${named(`${kind}__item`)}><input type="${type}" ${named(`${kind}__input`)} id="${id}" name="${name}"><label ${named('label', ` ${system}-${kind}__label`)} for="${id}">${wordsOf(element.querySelector('label'))}</label></div>`;
  }

  function choices(element) {
    const all = [...element.querySelectorAll('.choice')].map(choice).join('');
    return group(`<fieldset ${named('fieldset')}><legend ${named('fieldset__legend')}>${wordsOf(element.querySelector('legend'))}</legend>${said('hint', element.querySelector(':scope > .hint'))}<div ${named('radios')}>${all}</div></fieldset>`);
  }

  const cellsOf = (row, tag) => [...row.children].map((cell) => `<${tag} ${named(tag === 'th' ? 'table__header' : 'table__cell')}>${wordsOf(cell.querySelector('.ink:last-child'))}</${tag}>`).join('');

  function table(element) {
    const [head, ...rows] = element.querySelectorAll('tr');
    return `<table ${named('table')}><caption ${named('table__caption')}>${wordsOf(element.querySelector('caption'))}</caption><thead><tr>${cellsOf(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr ${named('table__row')}>${cellsOf(row, 'td')}</tr>`).join('')}</tbody></table>`;
  }

  function link(element) {
    if (element.matches('.back')) return `<a href="#" ${named('back-link')}>${wordsOf(element)}</a>`;
    return element.matches('.button') ? `<a href="#" ${named('button')}>${wordsOf(element)}</a>` : `<p ${named('body')}><a href="#" ${named('link')}>${wordsOf(element)}</a></p>`;
  }

  const list = (element) => `<ul ${named('list')}>${[...element.children].map((item) => `<li>${inside(item)}</li>`).join('')}</ul>`;
  const button = (element) => `<button type="button" ${named('button', element.matches('.primary') ? '' : ` ${system}-button--secondary`)}>${wordsOf(element)}</button>`;
  const shown = [
    ['h1', (element) => `<h1 ${named('heading-l')}>${wordsOf(element)}</h1>`],
    ['h2', (element) => `<h2 ${named('heading-m')}>${wordsOf(element)}</h2>`],
    ['h3, h4', (element) => `<h3 ${named('heading-s')}>${wordsOf(element)}</h3>`],
    ['.notice', (element) => `<div ${named('inset-text')}>${wordsOf(element)}</div>`],
    ['.badge', (element) => `<strong ${named('tag')}>${wordsOf(element)}</strong> `],
    ['p, dt, dd', (element) => (wordsOf(element) ? `<p ${named('body')}>${wordsOf(element)}</p>` : '')],
    ['a', link], ['button', button], ['.field', field], ['fieldset', choices], ['.choice', (element) => group(`<div ${named('checkboxes')}>${choice(element)}</div>`)],
    ['table', table], ['ul, ol', list],
  ];
  function one(element) {
    if (!element.checkVisibility()) return '';
    const [, make] = shown.find(([selector]) => element.matches(selector)) ?? [];
    return make ? make(element) : inside(element);
  }
  function inside(element) { return [...element.children].map(one).join(''); }
  return inside(document.querySelector('#mirror main'));
}
