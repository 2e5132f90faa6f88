#include "plugins/feedback/api/form_pictures.hpp"

#include "plugins/feedback/api/picture_pack.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form.hpp"

#include <initializer_list>
#include <string>

namespace alongside::feedback {
namespace {

constexpr std::size_t faces = 5;

std::string address_of(const std::string& name) { return name.empty() ? name : std::string(symbols_folder) + name; }

std::string symbol_of(const FormElement& element, std::size_t index, const PicturePack& pack) {
  const FormOption& option = element.face.options[index];
  const std::string value = text_of(option.value);
  if (const std::string own = pack.of(element.name + "." + value); !own.empty()) return own;
  if (element.face.look == RatingLook::Faces && element.face.options.size() == faces)
    return pack.of("face." + std::to_string(index + 1));
  if (element.type == FormType::Rating) return {};
  for (const std::string& words : {option.words.en, value, option.words.easy, option.words.cy}) {
    if (std::string found = pack.of(words); !found.empty()) return found;
  }
  return pack.within(option.words.en);
}

}  // namespace

void show_pictures(Form& form, const PicturePack& pack) {
  for (FormElement& element : form.elements) {
    std::string title = pack.of(element.name);
    if (title.empty()) title = pack.within(element.face.title.en);
    element.face.picture = holds_others(element.type) ? std::string() : address_of(title);
    for (std::size_t i = 0; i < element.face.options.size(); ++i)
      element.face.options[i].picture = address_of(symbol_of(element, i, pack));
  }
}

}  // namespace alongside::feedback
