#include "plugins/feedback/api/results/trend_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace alongside::feedback {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence trends_title{"Over time", "Dros amser"};
constexpr Sentence of_hundred{"of 100", "o bob 100"};
constexpr Sentence not_in_it{"not shown", "heb ei ddangos"};
constexpr Sentence answer_title{"Answer", "Ateb"};

const ReleasedTable* table_of_key(const Release& release, const std::string& key) {
  const auto found = std::ranges::find(release.tables, key, &ReleasedTable::key);
  return found == release.tables.end() ? nullptr : &*found;
}

// The same answers only: what is together with another in one release is no answer by itself there.
std::string share_words(const Release& release, const std::string& key, const ReleasedRow& row, Language language) {
  if (const ReleasedTable* table = table_of_key(release, key)) {
    for (const ReleasedRow& other : table->rows) {
      if (other.label.en != row.label.en || release.people == 0) continue;
      return fmt::format("{:.0f} ", 100.0 * other.count / release.people) + std::string(of_hundred.in(language));
    }
  }
  return std::string(not_in_it.in(language));
}

void write_trend(HtmlWriter& html, const std::vector<Release>& releases, const ReleasedTable& table,
                 Language language) {
  html.open("table").element("caption", server::in_language(table.title, language));
  html.open("thead").open("tr").element("th", {{"scope", "col"}}, answer_title.in(language));
  for (const Release& release : releases)
    html.element("th", {{"scope", "col"}}, server::date_words(release.day, language));
  html.close().close().open("tbody");
  for (const ReleasedRow& row : table.rows) {
    html.open("tr").element("th", {{"scope", "row"}}, server::in_language(row.label, language));
    for (const Release& release : releases) html.element("td", share_words(release, table.key, row, language));
    html.close();
  }
  html.close().close();
}

}  // namespace

void write_trends(HtmlWriter& html, const std::vector<Release>& releases, Language language) {
  if (releases.size() < 2) return;
  html.element("h3", trends_title.in(language));
  for (const ReleasedTable& table : releases.back().tables) write_trend(html, releases, table, language);
}

}  // namespace alongside::feedback
