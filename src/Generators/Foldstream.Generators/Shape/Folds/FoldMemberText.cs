using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Prints a member of a fold in the normal form: its head, and the code that the user wrote for it.</summary>
internal static class FoldMemberText
{
    public static string Of(ISymbol member, FoldNames names, FoldCode code, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(names.Member(member)).Append(Head(member, names)).Append('\n');
        foreach (var part in FoldPart.Of(member))
        {
            var model = code.ModelOf(part.Node);
            text.Append(part.Role).Append('\n');
            new FoldText(model, names, member, text, cancellationToken).Print(part.Node);
            PrintUnnamedCalls(part, model, names, text, cancellationToken);
        }

        return text.ToString();
    }

    private static string Head(ISymbol member, FoldNames names) => member switch
    {
        IFieldSymbol field => $" {names.NullableType(field.Type)}{Required(field.IsRequired)}{FoldAttributes.Json(field, names)}",
        IPropertySymbol property =>
            $" {names.NullableType(property.Type)}{Required(property.IsRequired)}{(property.SetMethod is null ? "" : " set")}{FoldAttributes.Json(property, names)}",
        IMethodSymbol { IsPartialDefinition: true, PartialImplementationPart: null } method => FoldAttributes.All(method, names),
        IMethodSymbol method => string.Concat(method.Parameters.Where(parameter => parameter.HasExplicitDefaultValue).Select(parameter =>
            $" {FoldLiteral.Of(parameter.Ordinal)}={FoldLiteral.Of(parameter.ExplicitDefaultValue)}")),
        _ => "",
    };

    private static string Required(bool isRequired) => isRequired ? " required" : "";

    // Operators, conversions and the like are called without a name in the code.
    private static void PrintUnnamedCalls(FoldPart part, SemanticModel model, FoldNames names, StringBuilder text, CancellationToken cancellationToken)
    {
        foreach (var call in FoldCalls.Of(part.Node, model, cancellationToken))
        {
            if (call.Member is IMethodSymbol { MethodKind: not MethodKind.Ordinary } or IPropertySymbol { IsIndexer: true })
                text.Append("calls ").Append(names.Member(call.Member)).Append('\n');
        }
    }
}
