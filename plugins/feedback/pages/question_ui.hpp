// QuestionUi: one question of a form on the screen, of whatever type, with its rows and panels. Draws what is
// answered and says what the person has just changed; keeps nothing. Used by AnswerPage.
#pragma once

#include "app/ui/ui.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_part.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/pages/form_words_ui.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

// The answer that goes by this name is now another; an empty one: it was taken back.
struct Touch {
  std::string name;
  Value value;
  std::string picked = {};  // or a photo, a recording or a drawing was chosen, with this token
  DocumentId shown = {};    // or one of those that are here is to be seen or heard
  DocumentId dropped = {};  // or it is taken out: the answer is the rest of them
};

class QuestionUi {
 public:
  QuestionUi(ui::Ui& ui, Wording reader, const std::vector<FormMistake>& wrong)
      : ui_(ui), reader_(reader), wrong_(wrong) {}

  // `kept`: the answers of the part that the question stands in, as a map.
  std::optional<Touch> question(const FormPart& part, std::size_t at, const Value& kept);
  // What is only read: words, a sum, a heading.
  void shown_only(const FormPart& part, std::size_t at);

 private:
  struct Asked {
    const FormPart& part;
    std::size_t at;
    const FormElement& element;
    const Value& value;
    const Value& kept;
    ui::FieldText words;
    ui::Key key;
  };

  std::optional<Touch> answer_ui(const Asked& asked);
  std::optional<Touch> one_of(const Asked& asked);
  std::optional<Touch> many_of(const Asked& asked);
  std::optional<Touch> ranking(const Asked& asked);
  std::optional<Touch> typed(const Asked& asked, std::uint8_t lines);
  std::optional<Touch> slider(const Asked& asked);
  std::optional<Touch> rows(const Asked& asked);
  std::optional<Touch> boxes(const Asked& asked);
  std::optional<Touch> list(const Asked& asked);
  std::optional<Touch> item(const Asked& asked, const FormItem& item, std::size_t place);
  std::optional<Touch> joined(const Asked& asked);
  std::optional<Touch> joined_list(const Asked& asked, const std::vector<DocumentId>& files);
  std::optional<Touch> own_words(const Asked& asked);
  // What belongs together, with its heading, hint and what is wrong with it.
  ui::Scope group_of(const Asked& asked);
  std::vector<std::size_t> offered(const Asked& asked) const;
  std::string error_of(const FormPart& part, std::size_t at) const;
  std::string wrong_words(const FormElement& element, const FormMistake& mistake) const;

  ui::Ui& ui_;
  Wording reader_;
  const std::vector<FormMistake>& wrong_;
  int depth_ = 0;
};

}  // namespace alongside::feedback
