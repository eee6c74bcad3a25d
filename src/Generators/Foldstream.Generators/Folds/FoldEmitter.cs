using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the fingerprint of a fold: a file of its own, because it changes with every edit of a handler.</summary>
internal static class FoldEmitter
{
    // /// <summary>Identifies how the state follows from the events.</summary>
    // static string global::Foldstream.IAggregate<Account>.FoldFingerprint => "8f1c…";
    public static SourceText Emit(FoldModel fold)
    {
        var contract = $"global::Foldstream.{fold.Contract}<{fold.Nesting.Name}>";
        return fold.Nesting.Continue(contract, members => members
            .Line("/// <summary>Identifies how the state follows from the events.</summary>")
            .Line($"static string {contract}.FoldFingerprint => {GeneratedFile.Literal(fold.Fingerprint)};")).ToSourceText();
    }
}
