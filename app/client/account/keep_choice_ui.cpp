#include "app/client/account/keep_choice_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

bool keep_choice_ui(ui::Ui& ui, std::string& chosen, TellError tell) {
  const std::vector<ui::Choice> choices{
      {"yes", ui.tr("shell.keep.yes"_t), ui.tr("shell.keep.yes_hint"_t)},
      {"no", ui.tr("shell.keep.no"_t), ui.tr("shell.keep.no_hint"_t)},
  };
  ui::FieldText words{ui.tr("shell.keep.question"_t), ui.tr("shell.keep.hint"_t)};
  if (tell == TellError::Yes) words.error = ui.tr("shell.keep.error"_t);
  return ui.radio_group("keep", words, choices, chosen);
}

std::string keep_value(KeepChoice keep) {
  switch (keep) {
    case KeepChoice::Unasked: return {};
    case KeepChoice::Everything: return "yes";
    case KeepChoice::UnsentOnly: return "no";
  }
  return {};
}

KeepChoice keep_of(std::string_view value) {
  if (value == "yes") return KeepChoice::Everything;
  return value == "no" ? KeepChoice::UnsentOnly : KeepChoice::Unasked;
}

}  // namespace alongside::client
