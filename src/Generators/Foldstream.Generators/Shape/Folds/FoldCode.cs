using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The code of a compilation, bound on demand: the parts of a type may stand in many files.</summary>
internal sealed class FoldCode
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    /// <summary>Starts from the model of one file, so that what was bound through it is used.</summary>
    public FoldCode(SemanticModel model)
        : this(model.Compilation) => models.Add(model.SyntaxTree, model);

    public FoldCode(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; }

    /// <summary>The files that were read so far.</summary>
    public IReadOnlyCollection<SyntaxTree> Trees => models.Keys;

    public SemanticModel ModelOf(SyntaxNode node)
    {
        if (!models.TryGetValue(node.SyntaxTree, out var model))
            models.Add(node.SyntaxTree, model = Compilation.GetSemanticModel(node.SyntaxTree));
        return model;
    }
}
