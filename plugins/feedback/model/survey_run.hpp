// SurveyRun: a survey that somebody answers, in steps, with what they passed by; and what of it is sent. The
// answering screen holds one; the server makes one of every response that arrives, so that both say the same.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "plugins/feedback/model/response.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

// Where the words beside a choice of one's own are kept, as SurveyJS has it.
inline std::string words_beside(std::string_view name) { return std::string(name) + "-Comment"; }

class SurveyRun {
 public:
  // What is in front of the person at once: questions, and what is only read above or below them.
  using Step = std::vector<std::size_t>;

  SurveyRun(std::shared_ptr<const Form> form, const Answers& answers, double now);

  const Form& form() const { return *form_; }
  const FormRun& run() const { return run_; }
  const FormElement& element(std::size_t at) const { return form_->elements[at]; }
  bool is_question(std::size_t at) const;
  std::vector<Step> steps() const;
  // Questions that show, in their order.
  std::vector<std::size_t> questions() const;

  void answer(const std::string& name, Value value) { run_.answer(name, std::move(value)); }
  const Answers& answers() const { return run_.values(); }
  // What is wrong; nothing that was passed by can be.
  std::vector<FormMistake> mistakes(const PassedQuestions& passed) const;
  // Of these alone, with what the screen can see that is wrong: words where a number is wanted.
  std::vector<FormMistake> mistakes_in(const Step& step, const PassedQuestions& passed) const;
  // What leaves the device, and what the council keeps.
  Answers data() const;

 private:
  bool is_last_in(std::size_t at, std::string_view panel) const;
  bool is_passed(const FormMistake& mistake, const PassedQuestions& passed) const;

  std::shared_ptr<const Form> form_;
  FormRun run_;
};

// What the server keeps of a response: InvalidInput if it cannot be one of this survey's.
Result<Response> accept(const std::shared_ptr<const Form>& form, Response response, double now);

}  // namespace alongside::feedback
