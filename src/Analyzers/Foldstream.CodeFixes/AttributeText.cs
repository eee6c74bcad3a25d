using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Writes arguments of an attribute.</summary>
internal static class AttributeText
{
    /// <summary>Whether a finding on an attribute is about its first argument: it points there, or there is none.</summary>
    public static bool LacksFirst(AttributeSyntax attribute, SyntaxNode found) => FindFirst(attribute) is not { } first || first.Span.Contains(found.Span);

    public static Offer OfferFirst(AttributeSyntax attribute, string text, string key) => new($"Call it \"{text}\"", key, Write(attribute, $"\"{text}\""));

    /// <summary>Writes a named argument, in place of the one that is there or behind all others.</summary>
    public static Edit WriteNamed(AttributeSyntax attribute, string name, string value)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } old)
            return Edit.Replace(old.Expression, value);
        return attribute.ArgumentList is { Arguments: { Count: > 0 } arguments }
            ? Edit.Insert(attribute.SyntaxTree, arguments.Last().Span.End, $", {name} = {value}")
            : Edit.Replace(attribute, $"{attribute.Name}({name} = {value})");
    }

    private static Edit Write(AttributeSyntax attribute, string literal)
    {
        if (FindFirst(attribute) is { } first)
            return Edit.Replace(first.Expression, literal);
        return attribute.ArgumentList is { } list
            ? Edit.Insert(attribute.SyntaxTree, list.OpenParenToken.Span.End, list.Arguments.Count > 0 ? literal + ", " : literal)
            : Edit.Insert(attribute.SyntaxTree, attribute.Span.End, $"({literal})");
    }

    private static AttributeArgumentSyntax? FindFirst(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null);
}
