// FormPlace: one JSON object of a definition and where it stands, from which the parts of a form are read;
// mistakes are noted with their place. The lower half of read_form.
#pragma once

#include "app/server/json_fields.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/form_words.hpp"
#include "plugins/feedback/model/value.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

class FormPlace {
 public:
  FormPlace(const server::JsonValue& json, std::string path, server::JsonMistakes& mistakes)
      : json_(&json), path_(std::move(path)), mistakes_(&mistakes) {
    if (!json.is(server::JsonKind::Object)) mistakes.add(path_, "write an object in { }");
  }

  std::string words(std::string_view key) const { return std::string(json_->text_at(key)); }
  bool flag(std::string_view key, bool otherwise) const;
  std::optional<double> number(std::string_view key) const;
  // A text in our languages: "words", or {"default": "words", "cy": "geiriau", "easy": "short words"}.
  FormWords localised(std::string_view key) const;
  Value value(std::string_view key) const;
  std::optional<Expression> expression(std::string_view key) const;
  std::vector<std::string> names(std::string_view key) const;
  // The objects of a list.
  std::vector<FormPlace> list(std::string_view key) const;
  // One of them.
  FormPlace at(std::string_view key, std::size_t index) const;
  // The same place, with this written there instead; the caller keeps it.
  FormPlace with(const server::JsonValue& json) const { return {json, path_, *mistakes_}; }
  bool has(std::string_view key) const { return json_->find(key) != nullptr; }

  const server::JsonValue& json() const { return *json_; }
  std::string path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  }
  // What would be left out of what the council asked for, and what to do instead.
  void refuse(std::initializer_list<std::string_view> keys, std::string_view instead) const;
  void mistake(std::string_view key, std::string_view what) const { mistakes_->add(path_of(key), what); }

 private:
  const server::JsonValue* json_;
  std::string path_;
  server::JsonMistakes* mistakes_;
};

}  // namespace alongside::feedback
