// VisitNotePage: a few words about a visit, kept by name for the family: "/say/note". Offered after the answers without
// a name were sent, and apart from them.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alongside::feedback {

class VisitNotePage final : public Page {
 public:
  explicit VisitNotePage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class State : std::uint8_t { Open, Saving, Kept, Failed };

  std::vector<const wire::FamilyChild*> children() const;
  const wire::FamilyChild& chosen(const std::vector<const wire::FamilyChild*>& children) const;
  void form_ui(ui::Ui& ui, const std::vector<const wire::FamilyChild*>& mine);
  void keep(const wire::FamilyChild& child);

  Host& host_;
  wire::VisitIntent visit_;
  std::string words_;
  std::string child_;  // its id
  std::shared_ptr<State> state_ = std::make_shared<State>(State::Open);
};

}  // namespace alongside::feedback
