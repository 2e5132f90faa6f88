// letters_section: what the council wrote about an agreement, newest first: what, from when, why, who decided it, what
// is still to do, and what the family can do if it disagrees. Used by AgreementPage.
#pragma once

#include "plugins/direct_payments/model/agreement_notice.hpp"

#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

// `letters` newest first.
void letters_section(ui::Ui& ui, const std::vector<AgreementNotice>& letters);

}  // namespace alongside::direct_payments
