#include "plugins/feedback/api/form_face.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/joined_files.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_options = 1000;
constexpr std::size_t most_steps = 20;  // as survey-core has them

std::uint32_t count_at(const FormPlace& place, std::string_view key) {
  const double number = place.number(key).value_or(0);
  return number >= 1 && number <= 100000 ? static_cast<std::uint32_t>(number) : 0;
}

std::vector<FormOption> options_at(const FormPlace& place, std::string_view key) {
  std::vector<FormOption> options;
  const server::JsonValue* list = place.json().find(key);
  if (list == nullptr) return options;
  if (list->items.size() > most_options) {
    place.mistake(key, "write at most 1,000 of these");
    return options;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    FormOption option = read_option(place, key, i);
    if (!option.value.is_empty()) options.push_back(std::move(option));
  }
  return options;
}

FormOption option_of(Value value, FormWords words) { return {std::move(value), std::move(words), {}, {}, false}; }

FormWords words_or(const FormPlace& place, std::string_view key, FormWords otherwise) {
  FormWords words = place.localised(key);
  return words.is_empty() ? otherwise : words;
}

void read_rating(const FormPlace& place, FormFace& face) {
  const std::string look = place.words("rateType");
  if (look == "smileys") face.look = RatingLook::Faces;
  if (look == "stars") face.look = RatingLook::Stars;
  face.lowest = place.localised("minRateDescription");
  face.highest = place.localised("maxRateDescription");
  face.options = options_at(place, "rateValues");
  if (!face.options.empty()) return;
  const double from = place.number("rateMin").value_or(1), step = std::max(place.number("rateStep").value_or(1), 0.001);
  const auto count = place.number("rateCount");
  const double to = place.number("rateMax").value_or(count ? from + (*count - 1) * step : 5);
  const double steps = std::floor((to - from + 1e-9) / step) + 1;
  if (!(steps <= most_steps)) {
    return place.mistake(place.has("rateMax") ? "rateMax" : "rateCount", "offer at most 20 steps");
  }
  face.options.reserve(most_steps);
  for (double value = from; value <= to + 1e-9 && face.options.size() < most_steps; value += step) {
    face.options.push_back(option_of(Value::of_number(value), {text_of(Value::of_number(value)), {}, {}, {}}));
  }
}

void read_boolean(const FormPlace& place, FormFace& face) {
  const auto value = [&place](std::string_view key, bool otherwise) {
    return place.has(key) ? place.value(key) : Value::of_truth(otherwise);
  };
  face.options = {option_of(value("valueTrue", true), words_or(place, "labelTrue", {"Yes", "Ie", "Yes", "Ie"})),
                  option_of(value("valueFalse", false), words_or(place, "labelFalse", {"No", "Na", "No", "Na"}))};
}

void read_boxes(const FormPlace& place, FormFace& face) {
  for (const FormPlace& item : place.list("items")) {
    FormOption box;
    box.value = Value::of_text(item.words("name"));
    box.words = words_or(item, "title", {item.words("name"), {}, {}, {}});
    box.input = item.words("inputType");
    box.is_required = item.flag("isRequired", false);
    face.rows.push_back(std::move(box));
  }
}

// The words between the tags, a line for each paragraph.
std::string words_of_html(std::string_view html) {
  constexpr std::pair<std::string_view, std::string_view> letters[] = {
      {"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  std::string words;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '<') {
      const std::size_t end = std::min(html.find('>', at), html.size() - 1);
      const std::string tag = lower_case(html.substr(at, std::min<std::size_t>(4, end - at)));
      const bool is_block = tag.starts_with("</p") || tag.starts_with("<br") || tag.starts_with("</h") ||
                            tag.starts_with("</li") || tag.starts_with("</di");
      if (is_block && !words.empty() && words.back() != '\n') words += '\n';
      at = end;
      continue;
    }
    const auto letter =
        std::ranges::find_if(letters, [&](const auto& one) { return html.substr(at).starts_with(one.first); });
    if (letter != std::end(letters)) {
      words += letter->second;
      at += letter->first.size() - 1;
    } else {
      words += html[at] == '\n' || html[at] == '\r' ? ' ' : html[at];
    }
  }
  while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.pop_back();
  return words;
}

void read_html(const FormPlace& place, FormFace& face) {
  face.title = place.localised("html");
  for (std::string* words : {&face.title.en, &face.title.cy, &face.title.easy, &face.title.easy_cy}) {
    *words = words_of_html(*words);
  }
}

void read_again(const FormPlace& place, FormElement& element) {
  const bool is_panel = element.type == FormType::PanelDynamic;
  element.face.most_items = count_at(place, is_panel ? "maxPanelCount" : "maxRowCount");
  element.face.add = place.localised(is_panel ? "panelAddText" : "addRowText");
  if (element.face.add.is_empty()) element.face.add = place.localised(is_panel ? "addPanelText" : "addRowButtonText");
  if (element.type == FormType::MatrixDropdown) element.face.rows = options_at(place, "rows");
}

// Only sounds: somebody is to say it. All else that may be joined is a photo or a PDF.
bool takes_sounds(std::string_view types) {
  bool all = !types.empty();
  for (const std::string_view type : split(types, ',')) all = all && trim(type).starts_with("audio/");
  return all;
}

void read_file(const FormPlace& place, FormFace& face) {
  face.input = takes_sounds(place.words("acceptedTypes")) ? takes_voice : "photo";
  const std::uint32_t most = count_at(place, "maxFiles");
  face.most_items = place.flag("allowMultiple", false) ? (most == 0 ? most_joined : most) : 1;
}

}  // namespace

FormOption read_option(const FormPlace& place, std::string_view key, std::size_t index) {
  const server::JsonValue& json = place.json().find(key)->items[index];
  FormOption option;
  if (!json.is(server::JsonKind::Object)) {
    option.value = value_of_json(json);
    const std::size_t bar = option.value.text.find('|');
    option.words.en = bar == std::string::npos ? text_of(option.value) : option.value.text.substr(bar + 1);
    if (option.value.kind == ValueKind::Text) option.value.text = option.value.text.substr(0, bar);
    return option;
  }
  const FormPlace inner = place.at(key, index);
  option.value = inner.value(inner.has("value") ? "value" : inner.has("name") ? "name" : "text");
  if (option.value.kind == ValueKind::Text)
    option.value.text = option.value.text.substr(0, option.value.text.find('|'));
  option.words = inner.localised(inner.has("text") ? "text" : "title");
  if (option.words.is_empty()) option.words.en = text_of(option.value);
  option.picture = inner.words("imageLink");
  return option;
}

void read_face(const FormPlace& place, FormElement& element) {
  FormFace& face = element.face;
  face.title = words_or(place, "title", {holds_others(element.type) ? "" : element.name, {}, {}, {}});
  face.description = place.localised("description");
  face.input = place.words("inputType");
  face.most_letters = count_at(place, "maxLength");
  switch (element.type) {
    case FormType::Rating: read_rating(place, face); break;
    case FormType::Boolean: read_boolean(place, face); break;
    case FormType::Ranking: face.options = options_at(place, "choices"); break;
    case FormType::Matrix:
      face.options = options_at(place, "columns");
      face.rows = options_at(place, "rows");
      break;
    case FormType::MultipleText: read_boxes(place, face); break;
    case FormType::Slider:
      face.least = place.number("min").value_or(0);
      face.most = place.number("max").value_or(100);
      face.step = place.number("step").value_or(1);
      face.input = place.words("sliderType");
      break;
    case FormType::File: read_file(place, face); break;
    case FormType::Html: read_html(place, face); break;
    case FormType::Image: face.title = words_or(place, "altText", place.localised("title")); break;
    case FormType::PanelDynamic:
    case FormType::MatrixDropdown:
    case FormType::MatrixDynamic: read_again(place, element); break;
    case FormType::Checkbox:
    case FormType::Tagbox:
      face.selects_all = place.flag("showSelectAllItem", place.flag("hasSelectAll", false));
      face.most_items = count_at(place, "maxSelectedChoices");
      break;
    default: break;
  }
}

}  // namespace alongside::feedback
