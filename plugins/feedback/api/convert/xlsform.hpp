// convert_xlsform: a form of ODK, Kobo or Enketo (XLSForm, in .xlsx or .csv) as a survey of ours. Called by
// `council-api survey convert`.
#pragma once

#include "plugins/feedback/api/convert/book.hpp"
#include "plugins/feedback/api/convert/converted.hpp"

namespace alongside::feedback {

Result<Converted> convert_xlsform(const Book& book);

}  // namespace alongside::feedback
