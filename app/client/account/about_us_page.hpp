// AboutUsPage: what the family says about itself, for each child: what helps, the school, the address,
// the phone. One's own to change; what another shares is shown beside it. The shell's own.
#pragma once

#include "app/client/account/fact_form.hpp"
#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <vector>

namespace alongside::client {

class AboutUsPage final : public Page {
 public:
  explicit AboutUsPage(OwnPageTools tools) : tools_(tools) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void make_forms();
  void child_ui(ui::Ui& ui, std::size_t index);
  void others_ui(ui::Ui& ui, const wire::FamilyChild& child);

  OwnPageTools tools_;
  PersonId forms_of_;
  std::vector<std::vector<FactForm>> forms_;  // for each child of the session
};

}  // namespace alongside::client
