"""The rows of a form in its template; see `editorial.admin.rows`."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def show_rows(context, inline_admin_formset):
    """Show a table or stack of rows, with its template."""
    rows = context.template.engine.get_template(inline_admin_formset.opts.template)
    is_last = context["forloop"]["last"]
    with context.push(inline_admin_formset=inline_admin_formset, is_last=is_last):
        return inline_admin_formset.show(is_last, lambda: rows.render(context))


@register.simple_tag(takes_context=True)
def show_pattern(context, name):
    """Show the row that new ones are made of, if there may be new ones."""
    rows = context["inline_admin_formset"]
    if not rows.has_add_permission:
        return ""
    one = context.template.engine.get_template(name)

    def render():
        with context.push(inline_admin_form=rows.pattern(), number="empty", is_pattern=True):
            return one.render(context)

    return rows.show_pattern(render)
