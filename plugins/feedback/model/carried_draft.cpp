#include "plugins/feedback/model/carried_draft.hpp"

namespace alongside::feedback {

std::string carried_code(AnswerId id) {
  std::string code;
  for (const char c : id.text()) {
    if (c != '-') code += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

}  // namespace alongside::feedback
