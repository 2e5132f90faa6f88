#include "plugins/feedback/api/choice_set.hpp"

#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/form_face.hpp"

#include <string_view>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_choices = 1000;

bool has_choices(FormType type) {
  return type == FormType::Checkbox || type == FormType::Dropdown || type == FormType::ImagePicker ||
         type == FormType::Radiogroup || type == FormType::Tagbox;
}

// "a|An apple" is the choice a with its words.
Value without_words(Value value) {
  if (value.kind == ValueKind::Text) value.text = value.text.substr(0, value.text.find('|'));
  return value;
}

FormChoice read_choice(const FormPlace& place, std::size_t index) {
  const server::JsonValue& json = place.json().find("choices")->items[index];
  FormChoice choice;
  if (!json.is(server::JsonKind::Object)) {
    choice.value = without_words(value_of_json(json));
    return choice;
  }
  const FormPlace inner = place.at("choices", index);
  const bool is_words_alone = !inner.has("value") && json.members.size() == 1;
  choice.value = is_words_alone ? inner.value("text") : without_words(inner.value("value"));
  choice.visible_if = inner.expression("visibleIf");
  choice.enable_if = inner.expression("enableIf");
  if (inner.has("elements")) inner.mistake("elements", "ask what belongs to a choice in a question of its own");
  return choice;
}

void read_list(const FormPlace& place, FormChoiceSet& set, FormFace& face) {
  const server::JsonValue* list = place.json().find("choices");
  if (list == nullptr) return;
  if (list->items.size() > most_choices) return place.mistake("choices", "offer at most 1,000 choices");
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    FormChoice choice = read_choice(place, i);
    if (choice.value.is_empty()) continue;
    FormOption option = read_option(place, "choices", i);
    option.value = choice.value;
    face.options.push_back(std::move(option));
    set.choices.push_back(std::move(choice));
  }
}

// What a question has below its own choices, under its name of today and of before.
struct AlwaysThere {
  std::string_view key, before, value, words_key;
  std::string_view en, cy;
};
constexpr AlwaysThere always_there[] = {
    {"showNoneItem", "hasNone", "none", "noneText", "None of these", "Dim un o'r rhain"},
    {"showRefuseItem", "hasRefuse", "refused", "refuseText", "I would rather not say",
     "Byddai'n well gen i beidio â dweud"},
    {"showDontKnowItem", "hasDontKnow", "dontknow", "dontKnowText", "I don't know", "Dydw i ddim yn gwybod"}};

void read_always_there(const FormPlace& place, FormChoiceSet& set, FormFace& face) {
  for (const AlwaysThere& one : always_there) {
    if (!place.flag(one.key, place.flag(one.before, false))) continue;
    set.choices.push_back({Value::of_text(one.value), {}, {}, true});
    FormWords words = place.localised(one.words_key);
    if (words.is_empty()) words = {std::string(one.en), std::string(one.cy), {}, {}};
    face.options.push_back({Value::of_text(one.value), std::move(words), {}, {}, false});
  }
}

Choosing choosing_of(const FormPlace& place, FormType type) {
  if (type == FormType::Checkbox || type == FormType::Tagbox) return Choosing::SeveralRemembered;
  const bool is_several = type == FormType::ImagePicker && place.flag("multiSelect", false);
  return is_several ? Choosing::Several : Choosing::One;
}

bool has_other(const FormPlace& place) { return place.flag("showOtherItem", place.flag("hasOther", false)); }

// Where somebody may write a choice of their own, any answer may be one.
bool has_own_words(const FormPlace& place, const SurveyWide& wide) {
  const std::string own = place.words("storeOthersAsComment");  // "default", "true", "false", or not in quotes
  const bool usual = own == "true" || (own != "false" && wide.has_other_beside);
  const bool is_beside = place.flag("storeOthersAsComment", usual);
  return place.flag("allowCustomChoices", false) || (has_other(place) && !is_beside);
}

// Conditions where nothing comes and goes would be left out of what the council asked for.
void refuse_conditions(const FormPlace& place) {
  constexpr std::string_view what =
      "choices that come and go work in radiogroup, checkbox, dropdown, tagbox and imagepicker";
  place.refuse({"choicesVisibleIf", "choicesEnableIf"}, what);
  for (const std::string_view list : {"choices", "rateValues", "columns", "rows"}) {
    const server::JsonValue* items = place.json().find(list);
    for (std::size_t i = 0; items != nullptr && i < items->items.size(); ++i) {
      const bool is_object = items->items[i].is(server::JsonKind::Object);
      if (is_object) place.at(list, i).refuse({"visibleIf", "enableIf"}, what);
    }
  }
}

}  // namespace

std::shared_ptr<const FormChoiceSet> read_choice_set(const FormPlace& place, FormType type, const SurveyWide& wide,
                                                     const FormPlace* table, FormFace& face) {
  place.refuse({"choicesByUrl", "choicesFromQuestion"}, "write the choices themselves in \"choices\"");
  if (!has_choices(type)) {
    if (!asks_again(type)) refuse_conditions(place);
    return nullptr;
  }
  auto set = std::make_shared<FormChoiceSet>();
  read_list(place, *set, face);
  if (set->choices.empty() && table != nullptr) read_list(*table, *set, face);
  read_always_there(place, *set, face);
  set->visible_if = place.expression("choicesVisibleIf");
  set->enable_if = place.expression("choicesEnableIf");
  set->choosing = choosing_of(place, type);
  set->has_other = has_other(place);
  face.other = place.localised("otherText");
  set->keeps_unknown = has_own_words(place, wide);
  set->hides_without_choices = place.flag("hideIfChoicesEmpty", false);
  return set;
}

}  // namespace alongside::feedback
