#include "plugins/feedback/api/results/themes_file.hpp"

#include "app/base/id.hpp"
#include "app/server/json_fields.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonMistakes;
using server::JsonValue;

bool has_theme(const Themes& themes, const std::string& key) {
  return std::ranges::any_of(themes.themes, [&](const Theme& theme) { return theme.key == key; });
}

void read_theme(JsonFields fields, Themes& themes) {
  Theme theme;
  theme.key = fields.text("id", {60, "write a short id, like \"noise\""});
  if (has_theme(themes, theme.key)) fields.mistake("id", "write an id that no other theme has");
  JsonFields name = fields.object("name");
  theme.name.en = name.text("en", {200, "write it in English"});
  theme.name.cy = name.optional_text("cy", {200, "write it in Welsh"});
  name.finish();
  fields.finish();
  themes.themes.push_back(std::move(theme));
}

void read_coded(const JsonValue& responses, Themes& themes, JsonMistakes& mistakes) {
  for (const auto& [response, coded] : responses.members) {
    const std::string path = "responses." + response;
    const auto id = parse_uuid(response);
    if (!id.ok()) {
      mistakes.add(path, "write the id of a response, from: council-api survey redact list");
      continue;
    }
    if (!coded.is(server::JsonKind::Array)) {
      mistakes.add(path, "write a list of ids of themes");
      continue;
    }
    for (const JsonValue& theme : coded.items) {
      if (!theme.is(server::JsonKind::Text) || !has_theme(themes, theme.text))
        mistakes.add(path, "write ids that stand under \"themes\"");
      else
        themes.coded[uuid_text(id.value())].push_back(theme.text);
    }
  }
}

}  // namespace

Result<Themes> parse_themes(const JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  Themes themes;
  std::size_t index = 0;
  for (const JsonValue& item : fields.array("themes", 1, 100))
    read_theme(JsonFields(item, "themes[" + std::to_string(index++) + "]", mistakes), themes);
  const JsonValue* responses = fields.optional("responses");
  if (responses == nullptr || !responses->is(server::JsonKind::Object))
    fields.mistake("responses", "write an object of response ids and lists of theme ids");
  else
    read_coded(*responses, themes, mistakes);
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return themes;
}

}  // namespace alongside::feedback
