using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.CodeFixes;

/// <summary>Puts new code where a person would, in the way in which the file is written.</summary>
internal static class Layout
{
    private const string OneLevel = "    ";

    /// <summary>A member on a line of its own behind another.</summary>
    public static Edit MemberAfter(MemberDeclarationSyntax member, string code)
    {
        var newLine = NewLine(member);
        var spansLines = member.GetLocation().GetLineSpan() is { } lines && lines.StartLinePosition.Line != lines.EndLinePosition.Line;
        return Edit.Insert(member.SyntaxTree, EndOfCodeLine(member), (spansLines ? newLine : "") + newLine + Indentation(member) + code);
    }

    /// <summary>A member on a line of its own before another, apart from it.</summary>
    public static Edit MemberBefore(MemberDeclarationSyntax member, string code)
    {
        var newLine = NewLine(member);
        return Edit.Insert(member.SyntaxTree, member.SpanStart, code + newLine + newLine + Indentation(member));
    }

    /// <summary>A member at the end of a type, which gets braces where it has none.</summary>
    public static IEnumerable<Edit> MemberAtEnd(TypeDeclarationSyntax type, string code)
    {
        if (type.Members.LastOrDefault() is { } last)
            return [MemberAfter(last, code)];
        var line = NewLine(type) + Indentation(type);
        // Several members may come to the same place, so that the braces are edits of their own, the same for all.
        var (open, close) = Braces(type);
        return
        [
            new Edit(type.SyntaxTree, open, line + "{"),
            Edit.Insert(type.SyntaxTree, close.Start, line + OneLevel + code),
            new Edit(type.SyntaxTree, close, line + "}", IsLast: true),
        ];
    }

    /// <summary>A list of attributes on a line of its own behind another.</summary>
    public static Edit AttributesAfter(AttributeListSyntax attributes, string code) =>
        Edit.Insert(attributes.SyntaxTree, attributes.Span.End, NewLine(attributes) + Indentation(attributes) + code);

    /// <summary>The blanks at the start of the line on which a node starts.</summary>
    private static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    // Each with the blanks before it; without braces, the semicolon is the one and nothing the other.
    private static (TextSpan Open, TextSpan Close) Braces(TypeDeclarationSyntax type) => type.OpenBraceToken.Span.Length > 0
        ? (WithBlanksBefore(type.OpenBraceToken), WithBlanksBefore(type.CloseBraceToken))
        : (type.SemicolonToken.Span, new TextSpan(type.SemicolonToken.Span.End, 0));

    private static TextSpan WithBlanksBefore(SyntaxToken token)
    {
        var text = token.SyntaxTree!.GetText();
        var start = token.SpanStart;
        while (char.IsWhiteSpace(text[start - 1]))
            start--;
        return TextSpan.FromBounds(start, token.Span.End);
    }

    // Behind a comment that stands on the same line.
    private static int EndOfCodeLine(SyntaxNode node)
    {
        var end = node.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.SpanStart : node.Span.End;
    }
}
