// read_form: any SurveyJS definition as a form that can be run, or every mistake that keeps it from that, each
// with its place: an expression that cannot be read, a name twice, a type, trigger or validator we do not know,
// script in HTML. How a survey looks is not looked at. Used by `council-api survey evaluate`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/form.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

Result<Form> read_form(const server::JsonValue& json);

}  // namespace alongside::feedback
