/// <summary>
/// What is on hand of each item, variant and location. Published as ItemStockByLocation. Combinations that came to nothing
/// are left out.
/// </summary>
query 50100 "BCS Item Stock by Location"
{
    Caption = 'Item Stock by Location';
    QueryType = Normal;

    elements
    {
        dataitem(ItemLedgerEntry; "Item Ledger Entry")
        {
            column(Item_No; "Item No.") { }
            column(Variant_Code; "Variant Code") { }
            column(Location_Code; "Location Code") { }
            column(Quantity; Quantity)
            {
                Method = Sum;
                ColumnFilter = Quantity = filter(<> 0);
            }
        }
    }
}
