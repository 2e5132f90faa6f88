// VisitNoteForm: a few words about a visit, kept by name for the family. Offered after the answers without a
// name were sent, and apart from them. Owned by AnswerPage.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

class VisitNoteForm {
 public:
  explicit VisitNoteForm(Host& host) : host_(host) {}

  // Draws nothing for somebody who stands by no child.
  void form_ui(ui::Ui& ui, const wire::VisitIntent& visit);

 private:
  enum class State : std::uint8_t { Open, Saving, Kept, Failed };

  std::vector<const wire::FamilyChild*> children() const;
  const wire::FamilyChild& chosen(const std::vector<const wire::FamilyChild*>& children) const;
  void keep(const wire::FamilyChild& child, const wire::VisitIntent& visit);

  Host& host_;
  std::string words_;
  std::string child_;  // its id
  std::shared_ptr<State> state_ = std::make_shared<State>(State::Open);
};

}  // namespace alongside::feedback
