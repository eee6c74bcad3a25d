using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// Hashes a fold: the handlers and what they call, the events' schemas with the upcasters and converters that lead to them, the state's shape, and <c>[FoldVersion]</c>. Equal code gives
/// the same value on every machine; where in doubt whether two spellings mean the same, the values differ.
/// </summary>
internal static class FoldFingerprint
{
    /// <summary>Raised when the normal form changes: then every kept state is stale once.</summary>
    private const string Format = "fold 1";

    private const int BytesKept = 16;

    public static string Of(FoldSubject subject, FoldCode code, CancellationToken cancellationToken) =>
        Hash(Describe(subject, code, cancellationToken));

    /// <summary>The text that is hashed.</summary>
    public static string Describe(FoldSubject subject, FoldCode code, CancellationToken cancellationToken)
    {
        subject = subject.WithVersions(code.Compilation);
        var names = new FoldNames(subject.Type);
        var scope = new FoldScope(subject);
        var walk = FoldWalk.Of(subject, scope, code, cancellationToken);
        var shapes = scope.Shapes.Select(shape => FoldShapeText.Of(shape, names));
        var members = walk.Members.Select(member => FoldMemberText.Of(member, names, code, cancellationToken));
        // Sorted, so that members may move within a type and between its files.
        return string.Concat(shapes.Concat(members).OrderBy(text => text, StringComparer.Ordinal).Prepend(Heading(subject, code)));
    }

    private static string Heading(FoldSubject subject, FoldCode code)
    {
        var arithmetic = code.Compilation.Options is Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions { CheckOverflow: true } ? "checked" : "unchecked";
        return $"{Format}\n{arithmetic}\nversion {FoldVersion.Of(subject.Type)?.ToString(CultureInfo.InvariantCulture)}\n{string.Concat(subject.Facts.Select(fact => fact + "\n"))}";
    }

    private static string Hash(string text)
    {
        using var algorithm = SHA256.Create();
        var digest = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(digest.Take(BytesKept).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
