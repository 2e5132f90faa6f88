// put_xlsform_rules: what a row of an XLSForm asks of its answer: required, readonly, default, constraint. Called by
// xlsform_question.
#pragma once

#include "plugins/feedback/api/convert/xlsform_question.hpp"

namespace alongside::feedback {

void put_xlsform_rules(const XlsFormWork& work, const BookRow& row, const XlsFormType& type,
                       const XlsFormNames::From& from, server::JsonValue& json);

}  // namespace alongside::feedback
