#include "plugins/feedback/model/invited_survey.hpp"

namespace alongside::feedback {
namespace {

constexpr std::string_view code_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_size = 12;

char meant_letter(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  return typed == 'I' || typed == 'L' ? '1' : typed;
}

}  // namespace

std::string meant_invitation(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char letter = meant_letter(c);
    if (code_letters.find(letter) == code_letters.npos) return {};
    code += letter;
  }
  return code.size() == code_size ? code : std::string();
}

}  // namespace alongside::feedback
