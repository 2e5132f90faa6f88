#include "plugins/feedback/api/form_templates.hpp"

#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/form_elements.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

// A number of rows; what is none, or more than there may be, is a mistake.
std::size_t count_at(const FormPlace& place, std::string_view key, std::size_t otherwise, std::size_t most) {
  const auto number = place.number(key);
  if (!number) return otherwise;
  if (*number < 0 || *number > static_cast<double>(most)) {
    place.mistake(key, "write a number from 0 to " + std::to_string(most));
    return 0;
  }
  return static_cast<std::size_t>(*number);
}

// A column has the type of its cells, its own or the table's.
void read_columns(const FormPlace& place, ElementReader& reader, FormTemplate& made) {
  std::string usual = lower_case(place.words("cellType"));
  if (usual.empty()) usual = "dropdown";
  for (const FormPlace& column : place.list("columns")) {
    std::string name = lower_case(column.words("cellType"));
    if (name.empty() || name == "default") name = usual;
    const auto type = form_type_named(name);
    if (!type || holds_others(*type) || asks_again(*type)) {
      column.mistake("cellType", "we know no cell of type \"" + name + "\"");
      continue;
    }
    column.refuse({"totalType", "totalExpression"},
                  "add up in a question of type expression: sumInArray({table}, 'cost')");
    reader.question(column, *type, FormElement::nowhere, &place);
    if (column.flag("isUnique", false)) made.different.push_back(column.words("name"));
  }
}

std::vector<FormRow> read_rows(const FormPlace& place) {
  std::vector<FormRow> rows;
  const server::JsonValue* list = place.json().find("rows");
  if (list == nullptr) return rows;
  if (list->items.size() > FormTemplate::most_rows) {
    place.mistake("rows", "ask for at most 1,000 rows");
    return rows;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const server::JsonValue& item = list->items[i];
    FormRow row;
    if (item.is(server::JsonKind::Object)) {
      const FormPlace inner = place.at("rows", i);
      row.name = inner.value("value");
      row.visible_if = inner.expression("visibleIf");
      row.enable_if = inner.expression("enableIf");
    } else {
      row.name = value_of_json(item);
    }
    if (!row.name.is_empty()) rows.push_back(std::move(row));
  }
  return rows;
}

void read_counts(const FormPlace& place, FormType type, FormTemplate& made) {
  const bool is_panel = type == FormType::PanelDynamic;
  const std::size_t limit = is_panel ? FormTemplate::most_panels : FormTemplate::most_rows;
  made.fewest = count_at(place, is_panel ? "minPanelCount" : "minRowCount", 0, limit);
  const std::size_t most = count_at(place, is_panel ? "maxPanelCount" : "maxRowCount", limit, limit);
  made.count = count_at(place, is_panel ? "panelCount" : "rowCount", is_panel ? 0 : 2, limit);
  // Panels are never more than there may be. That they are never fewer either is seen to when they begin.
  if (is_panel) made.count = std::min(made.count, std::max(most, made.fewest));
  const std::string key = place.words("keyName");
  if (!key.empty() && std::ranges::find(made.different, key) == made.different.end()) made.different.push_back(key);
  made.default_item = place.value(is_panel ? "defaultPanelValue" : "defaultRowValue");
}

}  // namespace

std::shared_ptr<const FormTemplate> read_template(const FormPlace& place, FormType type, const SurveyWide& wide,
                                                  FormRoom& room, int depth) {
  auto made = std::make_shared<FormTemplate>();
  const bool is_panel = type == FormType::PanelDynamic;
  const std::string_view key = is_panel ? "templateElements" : "columns";
  if (depth > FormTemplate::deepest) {
    place.mistake(key, "put tables and dynamic panels at most 4 deep inside each other");
    return made;
  }
  place.refuse({"rowCountExpression", "panelCountExpression"}, "write how many as a number, in rowCount or panelCount");
  place.refuse({"detailElements", "columnsVisibleIf"},
               "ask it in a dynamic panel, where each question has a condition");
  ElementReader reader(wide, room, depth);
  if (is_panel)
    reader.elements_of(place, key, FormElement::nowhere);
  else
    read_columns(place, reader, *made);
  made->elements = reader.take();
  made->visible_if = place.expression(is_panel ? "templateVisibleIf" : "rowsVisibleIf");
  if (type == FormType::MatrixDropdown)
    made->rows = read_rows(place);
  else
    read_counts(place, type, *made);
  return made;
}

std::size_t asked_at_first(const std::vector<FormElement>& elements) {
  std::size_t asked = 0;
  for (const FormElement& element : elements) {
    if (!element.inner) continue;
    const std::size_t items = std::max({element.inner->count, element.inner->fewest, element.inner->rows.size()});
    asked += items * (element.inner->elements.size() + asked_at_first(element.inner->elements));
    if (asked > FormTemplate::most_asked) break;
  }
  return asked;
}

}  // namespace alongside::feedback
