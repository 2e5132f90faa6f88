#include "plugins/feedback/model/joined_files.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_name_letters = 200;

[[gnu::noinline]] DocumentId joined_id(const Value& item) {
  const Value* content = item.kind == ValueKind::Map ? item.find("content") : nullptr;
  const auto id = DocumentId::parse(content == nullptr ? std::string_view() : content->text);
  return id.ok() ? id.value() : DocumentId();
}

}  // namespace

[[gnu::noinline]] std::vector<DocumentId> joined_files(const FormElement& element, const Value& value) {
  std::vector<DocumentId> files;
  if (!takes_files(element.type) || value.kind != ValueKind::List) return files;
  for (const Value& item : value.items) {
    const DocumentId id = joined_id(item);
    if (!id.is_nil()) files.push_back(id);
  }
  return files;
}

[[gnu::noinline]] std::vector<DocumentId> joined_files(const Form& form, const Answers& answers) {
  std::vector<DocumentId> files;
  for (const FormElement& element : form.elements) {
    const auto answer = answers.find(element.value_name);
    if (answer == answers.end()) continue;
    for (const DocumentId file : joined_files(element, answer->second)) files.push_back(file);
  }
  return files;
}

Value with_file(const Value& value, DocumentId id) {
  Value file = Value::of_map(), files = value.kind == ValueKind::List ? value : Value::of_list({});
  file.set("content", Value::of_text(id.text()));
  files.items.push_back(std::move(file));
  return files;
}

Value without_file(Value value, DocumentId id) {
  std::erase_if(value.items, [id](const Value& file) { return joined_id(file) == id; });
  return value.items.empty() ? Value() : value;
}

bool fits_files(const FormElement& element, const Value& value) {
  if (value.kind == ValueKind::Text)
    return element.type == FormType::SignaturePad && value.text.size() <= most_name_letters;
  return value.kind == ValueKind::List && value.items.size() <= most_joined_to(element) &&
         joined_files(element, value).size() == value.items.size() &&
         std::ranges::all_of(value.items, [](const Value& file) { return file.items.size() == 1; });
}

}  // namespace alongside::feedback
