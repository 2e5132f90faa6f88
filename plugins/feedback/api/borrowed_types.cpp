#include "plugins/feedback/api/borrowed_types.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonKind;
using server::JsonValue;

JsonValue text(std::string_view words) {
  JsonValue value;
  value.kind = JsonKind::Text;
  value.text = words;
  return value;
}

JsonValue object(std::vector<JsonValue::Member> members) {
  JsonValue value;
  value.kind = JsonKind::Object;
  value.members = std::move(members);
  return value;
}

// One box of several; `own`: the member with the form's own words for it.
struct Box {
  std::string_view name, en, cy, own, input;
};
constexpr Box name_boxes[] = {{"first", "First name", "Enw cyntaf", "labelFirstName", "text"},
                              {"middle", "Middle names", "Enwau canol", "labelMiddleName", "text"},
                              {"last", "Last name", "Cyfenw", "labelLastName", "text"}};
constexpr Box address_boxes[] = {{"street", "Street", "Stryd", {}, "text"},
                                 {"city", "Town or city", "Tref neu ddinas", {}, "text"},
                                 {"state", "County", "Sir", {}, "text"},
                                 {"country", "Country", "Gwlad", {}, "text"},
                                 {"postcode", "Postcode", "Cod post", {}, "text"}};
constexpr Box contact_boxes[] = {{"phone", "Phone", "Ffôn", "labelPhone", "tel"},
                                 {"email", "Email", "E-bost", "labelEmail", "email"},
                                 {"fax", "Fax", "Ffacs", "labelFax", "tel"}};

JsonValue items_of(const JsonValue& question, std::span<const Box> boxes) {
  JsonValue items;
  items.kind = JsonKind::Array;
  for (const Box& box : boxes) {
    const JsonValue* own = box.own.empty() ? nullptr : question.find(box.own);
    JsonValue title = own != nullptr ? *own : object({{"default", text(box.en)}, {"cy", text(box.cy)}});
    items.items.push_back(
        object({{"name", text(box.name)}, {"title", std::move(title)}, {"inputType", text(box.input)}}));
  }
  return items;
}

// A heading with words below it; in more than one language the heading alone.
JsonValue words_shown(const JsonValue& question) {
  const JsonValue* title = question.find("title");
  const std::string_view body = question.text_at("body");
  if (title == nullptr || title->is(JsonKind::Object)) return title == nullptr ? text(body) : *title;
  return body.empty() ? *title : text(title->text + "<br>" + std::string(body));
}

// The question as another type, with members of that type's own.
JsonValue as(const JsonValue& question, std::string_view type, std::vector<JsonValue::Member> own) {
  JsonValue made = question;
  std::erase_if(made.members, [](const JsonValue::Member& member) { return member.first == "type"; });
  made.members.emplace_back("type", text(type));
  for (JsonValue::Member& member : own) made.members.push_back(std::move(member));
  return made;
}

}  // namespace

std::optional<JsonValue> in_plain_types(const JsonValue& question) {
  const std::string_view type = question.text_at("type");
  const auto boxes = [&](std::span<const Box> which) {
    return as(question, "multipletext", {{"items", items_of(question, which)}});
  };
  if (type == "yesno") return as(question, "boolean", {{"valueTrue", text("y")}, {"valueFalse", text("n")}});
  if (type == "infotext" || type == "helptext") return as(question, "html", {{"html", words_shown(question)}});
  if (type == "personname") return boxes(name_boxes);
  if (type == "address") return boxes(address_boxes);
  if (type == "contactinfo") return boxes(contact_boxes);
  return std::nullopt;
}

}  // namespace alongside::feedback
